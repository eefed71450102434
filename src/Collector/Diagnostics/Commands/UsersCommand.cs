using System.Globalization;
using Tidemark.Collector.Pipeline.Users;
using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary><c>users import FILE.csv</c>: replaces the list of user names and teams.</summary>
internal sealed class UsersCommand : ICommand
{
    private const string Usage = "Usage: collector users import FILE.csv   (columns user_id,display_name,team; a header line; replaces the list as a whole)";

    public IReadOnlyList<string> Names => ["users"];

    public IReadOnlyList<(string Form, string Does)> Help =>
        [("users import FILE.csv", "replaces the list of users' names and teams (columns user_id,display_name,team)")];

    public async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Arguments is not [_, "import", var file]) return await context.ShowUsageAsync(Usage, cancellationToken);

        await using var provider = context.Services.BuildServiceProvider();
        var list = provider.GetRequiredService<UserListFile>().Read(file);
        if (list.Error is { } error) return await context.FailAsync(error, cancellationToken);

        if (!await CommandDatabase.TryUseAsync(provider, context, cancellationToken)) return 1;
        await provider.GetRequiredService<UserNameStore>().ReplaceAsync(list.Names, cancellationToken);
        await context.Output.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"The list has {list.Names.Count} users now.").AsMemory(), cancellationToken);
        return 0;
    }
}
