namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>How a flood ended.</summary>
internal enum FloodEnd
{
    /// <summary>The peer stopped reading.</summary>
    HeldBack,

    /// <summary>The peer closed the connection.</summary>
    Closed,
}
