namespace Tidemark.Collector.Store.Lanes;

/// <summary>Where an operation's traits are stored.</summary>
/// <param name="Number">Of their row; 0 = there is none, the operation's own row holds all of them.</param>
/// <param name="Attributes">What the operation's own row holds of its attributes, as one UTF-8 JSON object; empty = nothing.</param>
internal readonly record struct StoredTraits(int Number, ReadOnlyMemory<byte> Attributes)
{
    public bool IsShared => Number != 0;
}
