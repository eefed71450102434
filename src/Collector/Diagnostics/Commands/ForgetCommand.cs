using System.Globalization;
using Tidemark.Collector.Pipeline.Users;

namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary><c>forget --user ID [--dry-run]</c>: removes a user from the stored data. Collectors can keep running.</summary>
internal sealed class ForgetCommand : ICommand
{
    private const string Usage = "Usage: collector forget --user ID [--dry-run]   (ID as the programs send it)";

    public IReadOnlyList<string> Names => ["forget"];

    public IReadOnlyList<(string Form, string Does)> Help =>
        [("forget --user ID [--dry-run]", "takes a user out of operations, sessions, events and names; totals stay, without a user")];

    public async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var isDryRun = context.Arguments is [_, "--user", _, "--dry-run"];
        if (context.Arguments is not ([_, "--user", _] or [_, "--user", _, "--dry-run"]) || context.Arguments[2].Length == 0)
        {
            await context.Output.WriteLineAsync(Usage.AsMemory(), cancellationToken);
            return context.Arguments is [_, "--help" or "-h"] ? 0 : 2;
        }

        await using var provider = context.Services.BuildServiceProvider();
        if (!await CommandDatabase.TryUseAsync(provider, context.Output, cancellationToken)) return 1;

        var rows = await provider.GetRequiredService<UserErasure>().RunAsync(context.Arguments[2], isDryRun, cancellationToken);
        foreach (var (what, count) in rows.Where(row => row.Rows > 0))
            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{what}: {count}").AsMemory(), cancellationToken);

        var end = rows.All(row => row.Rows == 0) ? "Nothing is stored of that user."
            : isDryRun ? "Nothing was written."
            : "Done. What that user's programs send from now on is stored again.";
        await context.Output.WriteLineAsync(end.AsMemory(), cancellationToken);
        return 0;
    }
}
