using System.Globalization;
using Tidemark.Collector.Pipeline.Users;

namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary><c>forget --user ID [--dry-run]</c>: removes a user from the stored data. Collectors can keep running.</summary>
internal sealed class ForgetCommand : ICommand
{
    private const string Usage = "Usage: collector forget --user ID [--dry-run]   (ID as the programs send it)";

    public IReadOnlyList<string> Names => ["forget"];

    public IReadOnlyList<(string Form, string Does)> Help =>
        [("forget --user ID [--dry-run]", "removes a user from all stored data; totals are kept")];

    public async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var isDryRun = context.Arguments is [_, "--user", _, "--dry-run"];
        if (context.Arguments is not ([_, "--user", _] or [_, "--user", _, "--dry-run"]) || context.Arguments[2].Length == 0)
            return await context.ShowUsageAsync(Usage, cancellationToken);

        await using var provider = context.Services.BuildServiceProvider();
        if (!await CommandDatabase.TryUseAsync(provider, context, cancellationToken)) return 1;

        var rows = await provider.GetRequiredService<UserErasure>().RunAsync(context.Arguments[2], isDryRun, cancellationToken);
        foreach (var (what, count) in rows.Where(row => row.Rows > 0))
            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{what}: {count}").AsMemory(), cancellationToken);

        var end = rows.All(row => row.Rows == 0) ? "No data of this user is stored."
            : isDryRun ? "Nothing was written."
            : "Done. New telemetry of this user will be stored again.";
        await context.Output.WriteLineAsync(end.AsMemory(), cancellationToken);
        return 0;
    }
}
