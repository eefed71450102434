namespace Tidemark.Collector.Model;

internal enum SessionNoticeKind : byte
{
    Start,
    End,
}
