using System.Text.Json.Nodes;
using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Lint.Schemas;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>
/// Overrides set what the defaults of the panel's fields could set as well: an override <c>custom.width</c> stands for the key
/// <c>width</c> under <c>custom</c>.
/// </summary>
internal sealed class PanelOverrides : IRule
{
    private const string Custom = "custom.";
    private const string Defaults = "$.fieldConfig.defaults";

    public IEnumerable<Remark> Check(Bundle bundle) =>
        from panel in bundle.Panels
        where panel.HasData
        from property in panel.Overrides.SelectMany(rule => rule.Properties)
        from violation in FileSchema.Panel.Check(AsDefault(panel, property.Id, property.Value))
        where violation.Path.StartsWith(Defaults, StringComparison.Ordinal)
        select new Remark(panel.Dashboard.File.Path, panel.Where, $"has an override \"{property.Id}\" that {violation.Message}");

    /// <summary>A panel of the same type whose only setting is the override's.</summary>
    private static JsonObject AsDefault(Panel panel, string id, JsonNode? value)
    {
        JsonObject Setting(string key) => new() { [key] = value?.DeepClone() };
        var defaults = id.StartsWith(Custom, StringComparison.Ordinal)
            ? new JsonObject { ["custom"] = Setting(id[Custom.Length..]) }
            : Setting(id);
        return new JsonObject { ["type"] = panel.Type, ["fieldConfig"] = new JsonObject { ["defaults"] = defaults } };
    }
}
