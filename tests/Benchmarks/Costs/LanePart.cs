namespace Tidemark.Benchmarks.Costs;

/// <summary>How much of its work a lane does, each with all before it.</summary>
internal enum LanePart
{
    Operations,
    Sessions,
    Rollups,
    EventsAndLedger,
}
