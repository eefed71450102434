namespace Tidemark.Grafana.Tests.Panels.Truths;

/// <summary>Checks for every panel, whatever the data.</summary>
internal interface IPanelTruth
{
    /// <summary>Descriptions of impossible values; empty if there are none.</summary>
    /// <param name="range">The time range, up to now.</param>
    IEnumerable<string> Broken(PanelData data, TimeSpan range);
}
