namespace Tidemark.Testing;

/// <summary>A timer of <see cref="FakeTime"/>, whose lock guards the fields.</summary>
internal sealed class FakeTimer(FakeTime time, Action fire) : ITimer
{
    public Action Fire { get; } = fire;

    /// <summary>Null while inactive.</summary>
    public DateTimeOffset? Due { get; set; }

    public TimeSpan Period { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        time.Schedule(this, dueTime, period);
        return true;
    }

    public void Dispose() => time.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
