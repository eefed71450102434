using Tidemark.Benchmarks.Running;

namespace Tidemark.Benchmarks.Soak;

/// <summary>Options of <c>bench soak</c>.</summary>
/// <param name="Length">Duration.</param>
/// <param name="Rate">Current operations per second.</param>
/// <param name="PastRate">Past operations per second, in accelerated time.</param>
/// <param name="Events">Session events per second.</param>
/// <param name="Subscribers">Live clients, replaced every minute.</param>
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
