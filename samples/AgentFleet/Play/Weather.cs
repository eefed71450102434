namespace Tidemark.Samples.AgentFleet.Play;

/// <summary>Troubles that the whole fleet shares, by the count of operations so that a seed repeats them.</summary>
internal sealed class Weather(FleetTally tally)
{
    private const long Season = 4000;

    /// <summary>Redis is away for a while; session stores fall back to memory.</summary>
    public bool IsRedisAway => tally.Operations % Season is > 1200 and < 1400;

    /// <summary>The payments service does not answer.</summary>
    public bool IsPaymentsAway => tally.Operations % Season is > 2600 and < 2760;

    /// <summary>A provider limits the rate of calls.</summary>
    public bool IsRateLimited => tally.Operations % Season is > 3300 and < 3420;
}
