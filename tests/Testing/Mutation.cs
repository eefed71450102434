namespace Tidemark.Testing;

/// <summary>Changes a few bytes of a valid request: flipped, set, removed, duplicated, zeroed, copied from elsewhere.</summary>
internal static class Mutation
{
    public static byte[] Of(ReadOnlySpan<byte> seed, Random random)
    {
        var bytes = new List<byte>(seed.ToArray());
        for (var i = random.Next(1, 6); i > 0 && bytes.Count > 0; i--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 16), bytes.Count - at);
            switch (random.Next(7))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes[at] = (byte)random.Next(256); break;
                case 2: bytes.RemoveRange(at, length); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 4: bytes[at] = 0; break;
                case 5: bytes[at] = 0xFF; break;
                default: bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length)); break;
            }
        }

        return [.. bytes];
    }
}
