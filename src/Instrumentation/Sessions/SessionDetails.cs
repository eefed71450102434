namespace Tidemark.Instrumentation.Sessions;

/// <summary>A session's name and labels, which may change while it lasts. Thread-safe; spans get the values known at their start.</summary>
internal sealed class SessionDetails
{
    /// <summary>Maximum number of labels; further ones are ignored.</summary>
    public const int MaxLabels = 16;

    private KeyValuePair<string, string>[] _tags = [];

    /// <summary>Attributes of the session's spans; replaced as a whole.</summary>
    public KeyValuePair<string, string>[] Tags => Volatile.Read(ref _tags);

    /// <returns>False if the maximum is reached.</returns>
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
