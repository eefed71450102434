namespace Tidemark.Collector.Model;

internal enum SessionSignalKind : byte
{
    Start,
    End,
}
