namespace Tidemark.Samples.AgentFleet.Play;

/// <summary>Incidents of the whole fleet, by operation count, so that a seed reproduces them.</summary>
internal sealed class Weather(FleetTally tally)
{
    private const long Season = 1500;

    /// <summary>Redis is unavailable for a while; session stores fall back to memory.</summary>
    public bool IsRedisAway => tally.Operations % Season is > 450 and < 525;

    /// <summary>The payments service does not respond.</summary>
    public bool IsPaymentsAway => tally.Operations % Season is > 900 and < 1080;

    /// <summary>A provider rate-limits calls.</summary>
    public bool IsRateLimited => tally.Operations % Season is > 1237 and < 1282;
}
