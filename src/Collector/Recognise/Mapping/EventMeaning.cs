namespace Tidemark.Collector.Recognise.Mapping;

internal enum EventMeaning : byte
{
    /// <summary>A finished unit of work.</summary>
    Operation,
    SessionStart,
    SessionEnd,
}
