using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Tests.Queries;
using Tidemark.Grafana.Tests.Source;

namespace Tidemark.Grafana.Tests.Panels;

/// <summary>A panel with the results of its queries, by their ids.</summary>
internal sealed record PanelData(Panel Panel, IReadOnlyDictionary<string, Frame> Frames)
{
    /// <summary>Dashboard and panel, for people.</summary>
    public string Name => $"{Panel.Dashboard.Uid}: {Panel.Where}";

    public IEnumerable<Field> Fields => Frames.Values.SelectMany(frame => frame.Fields);

    public IEnumerable<Field> Numbers => Fields.Where(one => one.Kind == FieldKind.Number);

    /// <summary>The fields of which a tile shows values; other panels show all fields.</summary>
    public IEnumerable<Field> Shown => Panel.IsTile ? Frames.Values.SelectMany(frame => Tiles.Shown(Panel, frame)) : Fields;

    public bool Has(string column) => Fields.Any(field => field.Name == column);

    /// <param name="range">The time range up to now; null = the dashboard's own.</param>
    public static async Task<PanelData> AskAsync(Asker asker, Panel panel, TimeSpan? range = null)
    {
        var frames = new Dictionary<string, Frame>(StringComparer.Ordinal);
        foreach (var target in panel.Origin.Targets.Where(target => target.Sql is not null))
        {
            var query = new SqlQuery(panel.Dashboard.File.Path, panel.Where, SqlSource.Panel, target.Sql!, target.Format);
            frames[target.RefId] = await (range is { } given ? asker.AskAsync(panel.Dashboard, query, given) : asker.AskAsync(panel.Dashboard, query));
        }

        return new PanelData(panel, frames);
    }
}
