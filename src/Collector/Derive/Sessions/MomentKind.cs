namespace Tidemark.Collector.Derive.Sessions;

/// <summary>What happens in a session, in the order in which things of one instant are taken.</summary>
internal enum MomentKind : byte
{
    Start,
    Operation,
    End,
    Successor,
}
