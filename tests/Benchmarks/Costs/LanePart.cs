namespace Tidemark.Benchmarks.Costs;

/// <summary>The parts of a lane's work; each includes the preceding ones.</summary>
internal enum LanePart
{
    Operations,
    Sessions,
    Rollups,
    EventsAndLedger,
}
