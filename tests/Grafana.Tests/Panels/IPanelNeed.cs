namespace Tidemark.Grafana.Tests.Panels;

/// <summary>The form of data that a panel type needs to show anything.</summary>
internal interface IPanelNeed
{
    IReadOnlyList<string> Types { get; }

    /// <summary>Descriptions of what is missing; empty if nothing is.</summary>
    IEnumerable<string> Missing(PanelData data);
}
