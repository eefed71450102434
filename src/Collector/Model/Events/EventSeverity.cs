namespace Tidemark.Collector.Model.Events;

/// <summary>The numbers are stored: never renumber.</summary>
internal enum EventSeverity : short
{
    Info = 1,
    Warning = 2,
    Error = 3,
    Critical = 4,
}
