using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Tests.Panels.Truths;

/// <summary>What a panel may show where nothing has happened: no false 0, no false 100.</summary>
internal static class EmptyPanel
{
    /// <summary>What a panel shows of nothing, for people; nothing where it is as empty as it has to be.</summary>
    public static IEnumerable<string> Shows(PanelData data)
    {
        // Counts and rates are 0 without operations; what cannot be known, as the panel's empty state says, is null.
        var mayBeZero = !data.Panel.IsTile || data.Panel.Defaults.Text("noValue") == "0";
        return from field in data.Shown
               from value in (data.Panel.IsTile ? field.Values.TakeLast(1) : field.Values).OfType<double>()
               where value != 0 || !mayBeZero
               select $"shows {value} as {field.Name}";
    }
}
