using System.Globalization;
using Tidemark.Collector.Derive.Events;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Monitors;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Derive.Monitors;

/// <summary>
/// A dependency of a service: down after consecutive failures, up at the next success. Calls cancelled by their caller, or refused by
/// the dependency as invalid, are ignored: they do not indicate whether it is up.
/// </summary>
internal sealed class DependencyMonitor(DeriveOptions options) : IMonitor
{
    private static readonly string[] CallersOwnFaults = ["cancelled", "invalid_request"];

    public MonitorKind Kind => MonitorKind.Dependency;

    public MonitorKey? KeyOf(Operation operation)
    {
        var series = operation.CountedAs;
        if (series.Kind is not (OperationKind.Dependency or OperationKind.Cache)) return null;
        if (series.Dependency is "" or Series.Overflow) return null;
        if (operation.Failure is { } failure && CallersOwnFaults.Contains(failure.Class)) return null;
        return new MonitorKey(Kind, series.Service, series.Environment, series.Dependency);
    }

    public MonitorState Observe(MonitorState? state, in MonitorKey key, Operation operation, EventSink events)
    {
        state ??= new MonitorState(key, 0, false, "", operation.Key.StartedAt);
        return operation.IsError ? Fail(state, operation, events) : Succeed(state, operation, events);
    }

    private MonitorState Fail(MonitorState state, Operation operation, EventSink events)
    {
        var failures = state.Streak + 1;
        if (state.IsRaised || failures < options.FailuresInARow) return state with { Streak = failures };

        var message = string.Create(
            CultureInfo.InvariantCulture, $"{state.Key.Subject} is down for {state.Key.Service}: {failures} calls in a row have failed.");
        events.AddShared(operation, EventTypes.ServiceDown, message, Data(events, state.Key, failures));
        return state with { Streak = failures, IsRaised = true };
    }

    private static MonitorState Succeed(MonitorState state, Operation operation, EventSink events)
    {
        if (state.IsRaised)
        {
            var message = string.Create(
                CultureInfo.InvariantCulture, $"{state.Key.Subject} is up again for {state.Key.Service}, after {state.Streak} failed calls.");
            events.AddShared(operation, EventTypes.ServiceUp, message, Data(events, state.Key, state.Streak));
        }

        return state.Streak == 0 ? state : state with { Streak = 0, IsRaised = false };
    }

    private static string Data(EventSink events, in MonitorKey key, int failures) =>
        events.Data.With("failures", failures).With("dependency", key.Subject).Write();
}
