namespace Tidemark.Collector.Store.Lanes;

/// <summary>Where an operation's traits are stored.</summary>
/// <param name="Number">Number of their row; 0 = none, the operation's own row contains all of them.</param>
/// <param name="Attributes">The attributes in the operation's own row, as a UTF-8 JSON object; empty = none.</param>
internal readonly record struct StoredTraits(int Number, ReadOnlyMemory<byte> Attributes)
{
    public bool IsShared => Number != 0;
}
