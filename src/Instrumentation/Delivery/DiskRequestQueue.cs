using System.Globalization;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Delivery;

/// <summary>
/// One file per request, written under a temporary name and renamed. Each process holds a locked directory of its own; a directory whose
/// lock is free belongs to a process that has ended, and its files are taken over.
/// </summary>
internal sealed class DiskRequestQueue : IRequestQueue
{
    private const string LockName = "lock";
    private const string Unfinished = ".tmp";
    private readonly string _root;
    private readonly string _directory;
    private readonly long _maxBytes;
    private readonly TimeSpan _maxAge;
    private readonly FileStream _lock;
    private readonly object _gate = new();
    private readonly SortedDictionary<string, long> _files = new(StringComparer.Ordinal);

    /// <summary>Files that could not be read since the last <see cref="Tidy"/>.</summary>
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);
    private long _bytes;
    private long _number;

    private DiskRequestQueue(string root, long maxBytes, TimeSpan maxAge)
    {
        _root = root;
        _maxBytes = maxBytes;
        _maxAge = maxAge;
        _directory = Path.Combine(root, Guid.NewGuid().ToString("N"));
        PrivateDirectory.Create(_directory);
        _lock = Lock(_directory);

        // What expired in the meantime is dropped by the first Tidy, whose count is reported.
        TakeOver();
    }

    public int Count
    {
        get
        {
            lock (_gate)
                return _files.Count;
        }
    }

    public bool HasReadable
    {
        get
        {
            lock (_gate)
                return _files.Count > _unreadable.Count;
        }
    }

    public long Bytes => Interlocked.Read(ref _bytes);

    public string Location => $"in {_root}";

    /// <returns><see langword="null"/> if the directory cannot be created or written, which <paramref name="problem"/> explains.</returns>
    public static DiskRequestQueue? Open(string root, long maxBytes, TimeSpan maxAge, out string? problem)
    {
        problem = null;
        try
        {
            return new DiskRequestQueue(root, maxBytes, maxAge);
        }
        catch (Exception exception) when (IsOfTheDisk(exception) || exception is ArgumentException or NotSupportedException)
        {
            problem = exception.Message;
            TidemarkEventSource.Log.NoRetryDirectory(root, problem);
            return null;
        }
    }

    public AddOutcome Add(Signal signal, byte[] payload)
    {
        lock (_gate)
        {
            var name = string.Format(
                CultureInfo.InvariantCulture, "{0:D19}-{1:D9}.{2}", Clock.UtcNow().Ticks, ++_number, signal.Name());
            var path = Path.Combine(_directory, name);
            try
            {
                using (var file = new FileStream(path + Unfinished, FileMode.CreateNew, FileAccess.Write))
                {
                    file.Write(payload, 0, payload.Length);
                    file.Flush(flushToDisk: true);
                }

                File.Move(path + Unfinished, path);
                Keep(name, payload.Length);
            }
            catch (Exception exception) when (IsOfTheDisk(exception))
            {
                TidemarkEventSource.Log.Failed("keeping a request on disk", exception);
                TryDelete(path + Unfinished);
                return new AddOutcome(DropBeyondBound(), exception.Message);
            }

            return new AddOutcome(DropBeyondBound());
        }
    }

    public QueuedRequest? Oldest(QueuedRequest? after = null)
    {
        lock (_gate)
        {
            while (_files.Keys.FirstOrDefault(name => IsAfter(name, after) && !_unreadable.Contains(name)) is { } name)
            {
                try
                {
                    var payload = File.ReadAllBytes(Path.Combine(_directory, name));
                    return new QueuedRequest(name, SignalNames.Parse(Path.GetExtension(name).TrimStart('.'))!.Value, payload);
                }
                catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
                {
                    TidemarkEventSource.Log.Failed("reading a waiting request", exception);
                    Forget(name);
                }
                catch (Exception exception) when (IsOfTheDisk(exception))
                {
                    // In use by another program, or no more files can be opened. The requests behind it must not be blocked.
                    TidemarkEventSource.Log.Failed("reading a waiting request", exception);
                    _unreadable.Add(name);
                }
            }

            return null;
        }
    }

    public void Remove(QueuedRequest request)
    {
        lock (_gate)
            Drop(request.Name);
    }

    public int Tidy()
    {
        lock (_gate)
        {
            _unreadable.Clear();
            TakeOver();
            return DropTooOld() + DropBeyondBound();
        }
    }

    /// <summary>Leaves waiting requests for the next run; deletes a directory without any.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _lock.Dispose();
            TryDeleteDirectory(_directory);
        }
    }

    private static FileStream Lock(string directory) =>
        new(Path.Combine(directory, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static bool IsAfter(string name, QueuedRequest? request) => request is null || string.CompareOrdinal(name, request.Name) > 0;

    private static bool IsRequest(string path) => SignalNames.Parse(Path.GetExtension(path).TrimStart('.')) is not null;

    private static bool IsOfTheDisk(Exception exception) => exception is IOException or UnauthorizedAccessException;

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            TidemarkEventSource.Log.Failed("deleting a file that has been sent", exception);
        }
    }

    /// <summary>Decides by the files themselves, so that no request is deleted that this process does not know.</summary>
    private static void TryDeleteDirectory(string directory)
    {
        try
        {
            if (!Directory.GetFiles(directory).Any(IsRequest))
                Directory.Delete(directory, recursive: true);
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            TidemarkEventSource.Log.Failed("deleting an empty directory", exception);
        }
    }

    private string[] Directories()
    {
        try
        {
            return Directory.GetDirectories(_root);
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            TidemarkEventSource.Log.Failed("looking for requests of earlier runs", exception);
            return [];
        }
    }

    private void TakeOver()
    {
        foreach (var directory in Directories())
            TakeOver(directory);
    }

    private void TakeOver(string directory)
    {
        if (directory == _directory || !File.Exists(Path.Combine(directory, LockName)))
            return;

        try
        {
            using (Lock(directory))
            {
                foreach (var path in Directory.GetFiles(directory).Where(IsRequest))
                {
                    var length = new FileInfo(path).Length;
                    var name = Path.GetFileName(path);
                    if (_files.ContainsKey(name))
                        name = $"{Path.GetFileNameWithoutExtension(name)}-{Guid.NewGuid():N}{Path.GetExtension(name)}";
                    File.Move(path, Path.Combine(_directory, name));
                    Keep(name, length);
                }
            }

            TryDeleteDirectory(directory);
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            // Locked: its process is running.
        }
    }

    private int DropTooOld()
    {
        var oldest = Math.Max(0, Clock.UtcNow().Ticks - _maxAge.Ticks).ToString("D19", CultureInfo.InvariantCulture);
        return Drop(_files.Keys.TakeWhile(name => string.CompareOrdinal(name, oldest) < 0).ToList());
    }

    private int DropBeyondBound()
    {
        var dropped = 0;
        for (; _bytes > _maxBytes && _files.Count > 0; dropped++)
            Drop(_files.First().Key);
        return dropped;
    }

    private int Drop(List<string> names)
    {
        foreach (var name in names)
            Drop(name);
        return names.Count;
    }

    private void Drop(string name)
    {
        TryDelete(Path.Combine(_directory, name));
        Forget(name);
    }

    private void Keep(string name, long length)
    {
        _files.Add(name, length);
        Interlocked.Add(ref _bytes, length);
    }

    private void Forget(string name)
    {
        if (!_files.TryGetValue(name, out var length))
            return;

        _files.Remove(name);
        _unreadable.Remove(name);
        Interlocked.Add(ref _bytes, -length);
    }
}
