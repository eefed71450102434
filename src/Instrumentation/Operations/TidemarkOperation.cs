using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>
/// One unit of work being recorded as a span and as metrics. Dispose it when the work is done; disposing twice changes nothing.
/// Its members never throw, and do nothing when nobody listens.
/// </summary>
public abstract class TidemarkOperation : IDisposable
{
    private readonly long _startTimestamp;
    private readonly bool _observed;
    private int _ended;

    /// <summary>An operation that nobody observes.</summary>
    private protected TidemarkOperation() => _ended = 1;

    private protected TidemarkOperation(string name, ActivityKind kind, in Identity identity, DateTimeOffset startTime)
    {
        _observed = true;
        _startTimestamp = Stopwatch.GetTimestamp();
        Activity = TidemarkSource.Activities.StartActivity(kind, default, startTime: startTime, name: name);
        if (Activity is { IsAllDataRequested: true })
            IdentityTags.Add(Activity, identity);
    }

    /// <summary>The span, for attributes of your own; <see langword="null"/> when nobody listens or the sampler said no.</summary>
    public Activity? Activity { get; }

    /// <summary>Whether anything is recorded.</summary>
    public bool IsRecording => _observed && Volatile.Read(ref _ended) == 0;

    /// <summary>Why the operation failed; <see langword="null"/> = it has not.</summary>
    private protected string? ErrorType { get; private set; }

    /// <summary>Adds an attribute to the span, or replaces it.</summary>
    /// <param name="key">Attribute name.</param>
    /// <param name="value">A string, number, boolean, an array of these, or <see langword="null"/> to remove it.</param>
    public void SetAttribute(string key, object? value)
    {
        if (IsRecording && !string.IsNullOrEmpty(key))
            Activity?.SetTag(key, value);
    }

    /// <summary>Marks the operation as failed.</summary>
    /// <param name="errorType">A short, low-cardinality class such as <c>429</c>, <c>timeout</c> or an exception's type name.</param>
    /// <param name="description">A sentence for people, without message content.</param>
    public void SetError(string errorType, string? description = null)
    {
        if (!IsRecording)
            return;

        ErrorType = string.IsNullOrEmpty(errorType) ? ErrorTypes.Other : errorType;
        Activity?.SetStatus(ActivityStatusCode.Error, description);
    }

    /// <summary>Marks the operation as failed by an exception. Its message is not recorded: it may hold content.</summary>
    /// <param name="exception">The exception; the status code of an HTTP failure becomes the error's type, else the exception's type name.</param>
    public void SetError(Exception exception) => SetError(ErrorTypes.Of(exception));

    /// <summary>Ends the operation now.</summary>
    [SuppressMessage("Usage", "CA1816", Justification = "All derived types are in this assembly; none has a finalizer.")]
    public void Dispose() => Complete(null);

    /// <summary>Ends the operation at a given time, for work that was measured elsewhere.</summary>
    /// <param name="endTime">When the work was done.</param>
    public void End(DateTimeOffset endTime) => Complete(endTime.UtcDateTime);

    /// <summary>Writes what only the end knows.</summary>
    /// <param name="activity">The span, if all of its data is wanted.</param>
    private protected abstract void WriteSpan(Activity activity);

    /// <summary>Records the operation's metrics.</summary>
    /// <param name="seconds">How long it took.</param>
    private protected abstract void WriteMetrics(double seconds);

    private protected void AddTag(string key, string? value)
    {
        if (value is not null)
            Activity?.AddTag(key, (object)value);
    }

    private protected static void AddTag(Activity activity, string key, long? value)
    {
        if (value is { } number)
            activity.AddTag(key, number);
    }

    private protected static void AddTag(Activity activity, string key, double? value)
    {
        if (value is { } number)
            activity.AddTag(key, number);
    }

    private void Complete(DateTime? endTime)
    {
        if (!_observed || Interlocked.Exchange(ref _ended, 1) != 0)
            return;

        var seconds = Finish(endTime);
        WriteMetrics(seconds);
    }

    private double Finish(DateTime? endTime)
    {
        if (Activity is not { } activity)
            return StopwatchTime.SecondsSince(_startTimestamp);

        if (activity.IsAllDataRequested)
        {
            if (ErrorType is { } errorType)
                activity.SetTag(SessionAttributes.ErrorType, errorType);
            WriteSpan(activity);
        }

        if (endTime is { } end)
            activity.SetEndTime(end);
        ActivityFlow.Stop(activity);
        return activity.Duration.TotalSeconds;
    }
}
