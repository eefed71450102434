namespace Tidemark.Benchmarks.Costs;

internal static class LaneParts
{
    public static string Say(this LanePart part) => part switch
    {
        LanePart.Operations => "operations",
        LanePart.Sessions => "+ sessions",
        LanePart.Rollups => "+ rollups",
        _ => "+ events, ledger",
    };
}
