namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>How a flood ended.</summary>
internal enum FloodEnd
{
    /// <summary>All of it was taken.</summary>
    Sent,

    /// <summary>The other side stopped reading.</summary>
    HeldBack,

    /// <summary>The other side closed.</summary>
    Closed,
}
