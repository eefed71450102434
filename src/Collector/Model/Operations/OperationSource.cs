namespace Tidemark.Collector.Model.Operations;

/// <summary>The signal that reported an operation. The numbers are stored: never renumber.</summary>
internal enum OperationSource : short
{
    Span = 1,
    Event = 2,
}
