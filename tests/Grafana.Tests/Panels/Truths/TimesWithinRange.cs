using Tidemark.Grafana.Tests.Source;

namespace Tidemark.Grafana.Tests.Panels.Truths;

/// <summary>Charts have no points after now or before the step in which the range begins, and ascending times.</summary>
internal sealed class TimesWithinRange : IPanelTruth
{
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    public IEnumerable<string> Broken(PanelData data, TimeSpan range)
    {
        if (data.Panel.Type is not ("timeseries" or "heatmap" or "state-timeline"))
            yield break;

        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        foreach (var field in data.Fields.Where(field => field.Kind == FieldKind.Time && field.Values.Count > 0))
        {
            var times = field.Values.OfType<DateTime>().ToArray();
            if (times.Max() > now + Slack)
                yield return $"has a point at {times.Max():O}, which is to come";
            if (times.Min() < now - range - Step(range) - Slack)
                yield return $"has a point at {times.Min():O}, before the range";
            if (!times.SequenceEqual(times.Order()))
                yield return "has points out of order";
        }
    }

    // No chart has fewer than 24 steps, nor steps under an hour where only hours are kept.
    private static TimeSpan Step(TimeSpan range) => range / 24 > TimeSpan.FromHours(1) ? range / 24 : TimeSpan.FromHours(1);
}
