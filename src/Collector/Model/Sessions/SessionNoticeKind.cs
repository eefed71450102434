namespace Tidemark.Collector.Model.Sessions;

internal enum SessionNoticeKind : byte
{
    Start,
    End,
}
