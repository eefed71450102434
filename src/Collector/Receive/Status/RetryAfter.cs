using System.Globalization;

namespace Tidemark.Collector.Receive.Status;

internal static class RetryAfter
{
    /// <summary>Whole seconds for the header, at least one.</summary>
    public static string Seconds(TimeSpan delay) => Math.Max(1, (long)Math.Ceiling(delay.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
