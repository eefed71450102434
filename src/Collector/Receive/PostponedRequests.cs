using System.Diagnostics.Metrics;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Receive;

/// <summary>Counts requests whose senders were asked to retry, and reports each cause once a minute while it lasts.</summary>
internal sealed class PostponedRequests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly string[] Labels = [.. Enum.GetValues<RefusalCause>().Select(LabelOf)];

    private readonly Lock _gate = new();
    private readonly (long Count, long? Reported)[] _causes = new (long, long?)[Labels.Length];
    private readonly Counter<long> _counter;
    private readonly TimeProvider _time;
    private readonly ILogger<PostponedRequests> _logger;

    public PostponedRequests(IMeterFactory meters, TimeProvider time, ILogger<PostponedRequests> logger)
    {
        _time = time;
        _logger = logger;
        _counter = meters.Create(CollectorMeter.Name)
            .CreateCounter<long>(CollectorMeter.Refused, "{request}", "Requests whose senders were asked to retry, by cause.");
    }

    public void Count(RefusalCause cause, string message)
    {
        var label = Labels[(int)cause];
        _counter.Add(1, new KeyValuePair<string, object?>("cause", label));
        long count;
        lock (_gate)
        {
            ref var state = ref _causes[(int)cause];
            state.Count++;
            if (state.Reported is { } reported && _time.GetElapsedTime(reported) < Interval) return;
            count = state.Count;
            state = (0, _time.GetTimestamp());
        }

        ReceiveLog.RequestsPostponed(_logger, count, label, message);
    }

    // In the form of OpenTelemetry's label values: database_away.
    private static string LabelOf(RefusalCause cause) =>
        string.Concat(cause.ToString()
            .Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"_{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
