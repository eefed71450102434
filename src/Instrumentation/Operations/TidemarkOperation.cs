using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>
/// An operation that is being recorded as a span and as metrics. Dispose it when the work is done; disposing it twice has no effect.
/// Members never throw, and do nothing without listeners. Not thread-safe.
/// </summary>
public abstract class TidemarkOperation : IDisposable
{
    /// <summary>Start timestamp if there is no span; 0 = there is one, or the caller gave a start time.</summary>
    private readonly long _startTimestamp;

    /// <summary>Start time given by the caller if there is no span.</summary>
    private readonly DateTime _startTimeUtc;

    private int _ended;

    /// <summary>An operation without listeners.</summary>
    private protected TidemarkOperation()
    {
        Rules = RecordingRules.Default;
        _ended = 1;
    }

    private protected TidemarkOperation(
        RecordingRules rules, string name, ActivityKind kind, in Identity identity, DateTimeOffset startTime)
    {
        Rules = rules;
        Activity = SpanStarter.Start(name, kind, startTime);
        if (Activity is null)
        {
            _startTimeUtc = startTime.UtcDateTime;
            _startTimestamp = startTime == default ? Stopwatch.GetTimestamp() : 0;
            return;
        }

        if (Activity.IsAllDataRequested)
            IdentityTags.Add(Activity, identity);
        if (rules.PropagatesSessions)
            SessionBaggage.Write(Activity, identity);
    }

    /// <summary>The span, for custom attributes; <see langword="null"/> without listeners or if not sampled.</summary>
    public Activity? Activity { get; }

    /// <summary>Whether anything is recorded.</summary>
    public bool IsRecording => Volatile.Read(ref _ended) == 0;

    /// <summary>Whether content of this operation is recorded: check it before creating content that is expensive to create.</summary>
    public bool CapturesContent => Rules.CapturesContent && IsRecording && Activity is not null;

    private protected RecordingRules Rules { get; }

    /// <summary>Type of the failure; <see langword="null"/> = none.</summary>
    private protected string? ErrorType { get; private set; }

    /// <summary>Adds an attribute to the span, or replaces it.</summary>
    /// <param name="key">The attribute's name.</param>
    /// <param name="value">A string, number, boolean, an array of these, or <see langword="null"/> to remove it.</param>
    public void SetAttribute(string key, object? value)
    {
        if (IsRecording && !string.IsNullOrEmpty(key))
            Activity?.SetTag(key, value);
    }

    /// <summary>Marks the operation as failed.</summary>
    /// <param name="errorType">A short, low-cardinality class such as <c>429</c>, <c>timeout</c> or an exception's type name.</param>
    /// <param name="description">A description for display, without message content.</param>
    public void SetError(string errorType, string? description = null)
    {
        if (!IsRecording)
            return;

        ErrorType = string.IsNullOrEmpty(errorType) ? ErrorTypes.Other : errorType;
        Activity?.SetStatus(ActivityStatusCode.Error, description);
    }

    /// <summary>
    /// Marks the operation as failed with an exception. Its message is recorded only if
    /// <see cref="TidemarkOptions.CaptureExceptionMessages"/> is set, as it may contain content.
    /// </summary>
    /// <param name="exception">
    /// The exception. <c>error.type</c> is the HTTP status (400 to 599) that it or an inner exception has, otherwise <c>timeout</c>,
    /// <c>connection_error</c> or <c>cancelled</c> if it or an inner exception shows one, otherwise its type's full name. A
    /// <see cref="TimeoutException"/> that is not an inner exception keeps its name.
    /// </param>
    public void SetError(Exception exception) => SetError(exception, ErrorTypes.CancelledByCaller);

    /// <summary>Marks the operation as failed with an exception of the call that it records.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="cancellationToken">The token of the call: cancellation without it is a timeout of the client.</param>
    internal void SetError(Exception exception, CancellationToken cancellationToken)
    {
        if (IsRecording)
            SetError(ErrorTypes.Of(exception, cancellationToken), DescriptionOf(exception));
    }

    /// <summary>Ends the operation now.</summary>
    [SuppressMessage("Usage", "CA1816", Justification = "All derived types are in this assembly; none has a finalizer.")]
    public void Dispose() => Complete(default);

    /// <summary>Ends the operation at a given time, for work measured elsewhere.</summary>
    /// <param name="endTime">The end time.</param>
    public void End(DateTimeOffset endTime) => Complete(endTime.UtcDateTime);

    /// <summary>Ends an operation that had already finished when it was started here.</summary>
    internal void EndAfter(TimeSpan duration)
    {
        if (Activity is not { } activity)
        {
            Complete(default);
            return;
        }

        var end = activity.StartTimeUtc;
        if (duration > TimeSpan.Zero)
            activity.SetStartTime(end - duration);
        Complete(end);
    }

    /// <summary>Writes attributes that are known only at the end.</summary>
    /// <param name="activity">The span, if all of its data is requested.</param>
    private protected virtual void WriteSpan(Activity activity)
    {
    }

    /// <summary>Records the operation's metrics.</summary>
    /// <param name="seconds">Duration in seconds.</param>
    private protected virtual void WriteMetrics(double seconds)
    {
    }

    /// <summary>By the span's own clock if there is a span, so that no part is longer than the whole.</summary>
    private protected double SecondsSinceStart() => Activity is { } activity
        ? Clock.SecondsSince(activity.StartTimeUtc)
        : SecondsWithoutSpan(default);

    /// <summary>The part of an exception's message that may be recorded. An app's exception may override the message with code that throws.</summary>
    private string? DescriptionOf(Exception? exception) => Rules.CapturesExceptionMessages
        ? Guard.Run(static of => of?.Message, exception, "reading an exception's message")
        : null;

    private double SecondsWithoutSpan(DateTime endTime)
    {
        if (_startTimestamp != 0)
            return Clock.SecondsSince(_startTimestamp);
        return endTime == default ? Clock.SecondsSince(_startTimeUtc) : Math.Max(0, (endTime - _startTimeUtc).TotalSeconds);
    }

    private void Complete(DateTime endTime)
    {
        if (Volatile.Read(ref _ended) != 0 || Interlocked.Exchange(ref _ended, 1) != 0)
            return;

#pragma warning disable CA1031 // Exceptions of listeners must not reach the app.
        try
        {
            WriteMetrics(Activity is { } activity ? Stop(activity, endTime) : SecondsWithoutSpan(endTime));
        }
        catch (Exception exception)
        {
            TidemarkEventSource.Log.Failed("ending an operation", exception);
        }
#pragma warning restore CA1031
    }

    private double Stop(Activity activity, DateTime endTime)
    {
        if (activity.IsAllDataRequested)
        {
            WriteSpan(activity);
            if (ErrorType is { } errorType)
                activity.SetTag(SessionAttributes.ErrorType, errorType);
        }

        if (endTime != default)
            activity.SetEndTime(endTime < activity.StartTimeUtc ? activity.StartTimeUtc : endTime);
        ActivityFlow.Stop(activity);
        return activity.Duration.TotalSeconds;
    }
}
