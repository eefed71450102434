using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Tests.Panels.Truths;

/// <summary>Panels without operations show neither a false 0 nor a false 100.</summary>
internal static class EmptyPanel
{
    /// <summary>Values that a panel shows without operations; empty if there are none, as required.</summary>
    public static IEnumerable<string> Shows(PanelData data)
    {
        // Counts and rates are 0 without operations; unknown values are null, as the panel's empty state explains.
        var mayBeZero = !data.Panel.IsTile || data.Panel.Defaults.Text("noValue") == "0";
        return from field in data.Shown
               from value in (data.Panel.IsTile ? field.Values.TakeLast(1) : field.Values).OfType<double>()
               where value != 0 || !mayBeZero
               select $"shows {value} as {field.Name}";
    }
}
