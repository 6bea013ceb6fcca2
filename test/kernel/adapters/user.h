/* SPDX-License-Identifier: GPL-2.0 */
/* One page of userspace's memory, which every thread of a suite may come to: kernels before 6.12 have no kunit_vm_mmap. */
#include <linux/mm.h>
#include <linux/mman.h>
#include <linux/sched/mm.h>
#include <linux/uaccess.h>

static struct mm_struct *ff_mm;
static unsigned long ff_page;

static void ff_user_begin(void)
{
	bool first = !ff_mm;

	if (first) {
		ff_mm = mm_alloc();
		ff_mm->task_size = TASK_SIZE;
		arch_pick_mmap_layout(ff_mm, &current->signal->rlim[RLIMIT_STACK]);
	}
	mmget(ff_mm);
	kthread_use_mm(ff_mm);
	if (first)
		ff_page = vm_mmap(NULL, 0, PAGE_SIZE, PROT_READ | PROT_WRITE, MAP_ANONYMOUS | MAP_PRIVATE, 0);
}

static void ff_user_end(void)
{
	kthread_unuse_mm(ff_mm);
	mmput(ff_mm);
}

static void __user *ff_at(unsigned int offset)
{
	return (void __user *)(ff_page + offset);
}

/* An answer of a call as the kernel's own sources write it. */
static inline const char *ff_errno(long r)
{
	switch (r) {
	case 0: return "0";
	case -EINVAL: return "-EINVAL";
	case -ENOENT: return "-ENOENT";
	case -ETIME: return "-ETIME";
	case -EBADF: return "-EBADF";
	case -EBUSY: return "-EBUSY";
	case -EFAULT: return "-EFAULT";
	case -ENOMEM: return "-ENOMEM";
	case -EALREADY: return "-EALREADY";
	case -EDEADLK: return "-EDEADLK";
	case -ERESTARTSYS: return "-ERESTARTSYS";
	}
	return r > 0 ? "a number" : "another error";
}
