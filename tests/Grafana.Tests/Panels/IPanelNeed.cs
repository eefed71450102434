namespace Tidemark.Grafana.Tests.Panels;

/// <summary>What a panel type makes of its data: without it, it shows nothing, or an error.</summary>
internal interface IPanelNeed
{
    IReadOnlyList<string> Types { get; }

    /// <summary>What is missing, for people; nothing when all is there.</summary>
    IEnumerable<string> Missing(PanelData data);
}
