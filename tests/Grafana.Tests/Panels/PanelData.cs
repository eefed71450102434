using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Tests.Source;

namespace Tidemark.Grafana.Tests.Panels;

/// <summary>A panel and what its queries gave, by their ids.</summary>
internal sealed record PanelData(Panel Panel, IReadOnlyDictionary<string, Frame> Frames)
{
    public IEnumerable<Field> Fields => Frames.Values.SelectMany(frame => frame.Fields);

    public IEnumerable<Field> Numbers => Fields.Where(one => one.Kind == FieldKind.Number);

    public bool Has(string column) => Fields.Any(field => field.Name == column);
}
