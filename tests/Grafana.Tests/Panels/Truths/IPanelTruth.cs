namespace Tidemark.Grafana.Tests.Panels.Truths;

/// <summary>What holds for every panel, whatever the database has.</summary>
internal interface IPanelTruth
{
    /// <summary>What cannot be, for people; nothing where all is well.</summary>
    /// <param name="range">The time range asked for, up to now.</param>
    IEnumerable<string> Broken(PanelData data, TimeSpan range);
}
