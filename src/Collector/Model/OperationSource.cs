namespace Tidemark.Collector.Model;

/// <summary>Which signal reported the operation. The numbers are stored: never renumber.</summary>
internal enum OperationSource : short
{
    Span = 1,
    Event = 2,
}
