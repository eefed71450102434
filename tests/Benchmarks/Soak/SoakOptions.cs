using Tidemark.Benchmarks.Running;

namespace Tidemark.Benchmarks.Soak;

/// <summary>What <c>bench soak</c> can be told.</summary>
/// <param name="Length">How long it runs.</param>
/// <param name="Rate">Operations per second of the present.</param>
/// <param name="PastRate">Operations per second of the days before, told in quick motion.</param>
/// <param name="Events">Session events per second.</param>
/// <param name="Subscribers">Live clients; each minute new ones come and the former go.</param>
internal sealed record SoakOptions(TimeSpan Length, int Rate, int PastRate, int Events, int Subscribers)
{
    public static SoakOptions From(Arguments arguments)
    {
        var minutes = arguments.Int("minutes", 0);
        var hours = arguments.Int("hours", 2);
        var options = new SoakOptions(
            minutes > 0 ? TimeSpan.FromMinutes(minutes) : TimeSpan.FromHours(hours),
            arguments.Int("rate", 200),
            arguments.Int("past-rate", 100),
            arguments.Int("events", 5),
            arguments.Int("subscribers", 20));
        arguments.RefuseUnknown();
        return options;
    }
}
