using System.Runtime.CompilerServices;

namespace Tidemark.Testing;

/// <summary>Waits for something to become true, by asking again and again until a deadline.</summary>
internal static class Eventually
{
    // Only a condition that never comes true takes so long: a deadline is no measure of speed.
    private static readonly TimeSpan DefaultDeadline = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);

    /// <exception cref="TimeoutException">It has not become true in time; names the condition and the last error.</exception>
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

    /// <summary>Asks until the answer is as wished; an answer that throws counts as "not yet".</summary>
    /// <returns>The answer that was as wished.</returns>
    /// <exception cref="TimeoutException">None was in time; tells the last answer or error.</exception>
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
