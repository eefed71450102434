namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>How a flood ended.</summary>
internal enum FloodEnd
{
    /// <summary>The other side stopped reading.</summary>
    HeldBack,

    /// <summary>The other side closed.</summary>
    Closed,
}
