namespace Tidemark.Collector.Model.Sessions;

/// <summary>The numbers are stored: never renumber.</summary>
internal enum SessionStatus : short
{
    Active = 1,
    Idle = 2,
    Ended = 3,
}
