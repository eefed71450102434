using System.Runtime.CompilerServices;

namespace Tidemark.Testing;

/// <summary>Waits for a condition by polling until a deadline.</summary>
internal static class Eventually
{
    // Only a condition that never becomes true takes this long; the deadline does not measure speed.
    private static readonly TimeSpan DefaultDeadline = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);

    /// <exception cref="TimeoutException">The condition did not become true in time; names it and the last error.</exception>
    public static Task TrueAsync(
        Func<Task<bool>> condition,
        TimeSpan? deadline = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(condition))] string what = "") =>
        GetAsync(condition, static value => value, deadline, cancellationToken, what);

    /// <inheritdoc cref="TrueAsync(Func{Task{bool}}, TimeSpan?, CancellationToken, string)"/>
    public static Task TrueAsync(
        Func<bool> condition,
        TimeSpan? deadline = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(condition))] string what = "") =>
        GetAsync(() => Task.FromResult(condition()), static value => value, deadline, cancellationToken, what);

    /// <summary>Polls until a value satisfies the condition; an exception counts as "not yet".</summary>
    /// <returns>The value that satisfies the condition.</returns>
    /// <exception cref="TimeoutException">No value did in time; contains the last value or error.</exception>
    public static async Task<T> GetAsync<T>(
        Func<Task<T>> ask,
        Func<T, bool> isWished,
        TimeSpan? deadline = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(ask))] string what = "")
    {
        var time = TimeProvider.System;
        var limit = deadline ?? DefaultDeadline;
        var started = time.GetTimestamp();
        while (true)
        {
            object? last;
            try
            {
                var answer = await ask();
                if (isWished(answer)) return answer;
                last = answer;
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                last = e;
            }

            if (time.GetElapsedTime(started) > limit)
            {
                throw new TimeoutException($"Not within {limit}: {what}. Last: {last}", last as Exception);
            }

            await Task.Delay(Interval, time, cancellationToken);
        }
    }
}
