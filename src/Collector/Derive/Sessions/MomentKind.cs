namespace Tidemark.Collector.Derive.Sessions;

/// <summary>What happens in a session, in the order in which simultaneous moments are processed.</summary>
internal enum MomentKind : byte
{
    Start,
    Operation,
    End,
    Successor,
}
