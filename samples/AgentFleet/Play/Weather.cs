namespace Tidemark.Samples.AgentFleet.Play;

/// <summary>Troubles that the whole fleet shares, by the count of operations so that a seed repeats them.</summary>
internal sealed class Weather(FleetTally tally)
{
    private const long Season = 1500;

    /// <summary>Redis is away for a while; session stores fall back to memory.</summary>
    public bool IsRedisAway => tally.Operations % Season is > 450 and < 525;

    /// <summary>The payments service does not answer.</summary>
    public bool IsPaymentsAway => tally.Operations % Season is > 900 and < 1080;

    /// <summary>A provider limits the rate of calls.</summary>
    public bool IsRateLimited => tally.Operations % Season is > 1237 and < 1282;
}
