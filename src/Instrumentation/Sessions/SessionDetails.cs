namespace Tidemark.Instrumentation.Sessions;

/// <summary>What is learned about a session while it lasts: its name and labels. Set by any thread; spans take what is known when they start.</summary>
internal sealed class SessionDetails
{
    /// <summary>Labels are for bills, not for data; more are ignored.</summary>
    public const int MaxLabels = 16;

    private KeyValuePair<string, string>[] _tags = [];

    /// <summary>Attributes of each span of the session; replaced as a whole.</summary>
    public KeyValuePair<string, string>[] Tags => Volatile.Read(ref _tags);

    /// <returns>Whether there was room for it.</returns>
    public bool Set(string key, string value)
    {
        while (true)
        {
            var tags = Tags;
            var at = Array.FindIndex(tags, tag => tag.Key == key);
            if (at < 0 && tags.Length >= MaxLabels)
                return false;

            var changed = new KeyValuePair<string, string>[at < 0 ? tags.Length + 1 : tags.Length];
            tags.CopyTo(changed, 0);
            changed[at < 0 ? tags.Length : at] = new(key, value);
            if (ReferenceEquals(Interlocked.CompareExchange(ref _tags, changed, tags), tags))
                return true;
        }
    }
}
