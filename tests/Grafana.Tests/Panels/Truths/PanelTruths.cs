using System.Collections.Concurrent;
using Npgsql;
using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Tests.Queries;

namespace Tidemark.Grafana.Tests.Panels.Truths;

/// <summary>Checks that apply to every panel.</summary>
internal static class PanelTruths
{
    private const int AtOnce = 4;

    private static readonly IPanelTruth[] All = [new FiniteNumbers(), new SharesWithinOne(), new NothingNegative(), new TimesWithinRange(), new NamedLabels()];

    /// <summary>The panels of all dashboards that show results of queries.</summary>
    public static IReadOnlyList<Panel> Panels { get; } = [.. Shipped.Bundle.Panels.Where(panel => panel.Origin.Queries.Any())];

    /// <summary>Queries each panel over a range, and returns impossible results.</summary>
    public static async Task<IReadOnlyList<string>> BrokenAsync(NpgsqlDataSource database, string session, TimeSpan range) =>
        [.. from data in await AskAsync(database, session, range)
            from message in Broken(data, range)
            select $"{data.Name} {message}"];

    /// <summary>Impossible values in a panel's data.</summary>
    public static IEnumerable<string> Broken(PanelData data, TimeSpan range) => All.SelectMany(truth => truth.Broken(data, range));

    /// <summary>All panels with their data; tiles that share a query run it once.</summary>
    public static async Task<IReadOnlyList<PanelData>> AskAsync(NpgsqlDataSource database, string session, TimeSpan range)
    {
        var asker = Asker.ForAll(database, session);
        var answers = new ConcurrentBag<PanelData>();
        await Parallel.ForEachAsync(
            Panels.GroupBy(panel => (panel.Dashboard.Uid, panel.Origin.Id)),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (sharing, _) =>
            {
                var first = await PanelData.AskAsync(asker, sharing.First(), range);
                foreach (var panel in sharing) answers.Add(first with { Panel = panel });
            });
        return [.. answers];
    }
}
